metadata description = 'What the console may do: the least role on the smallest thing. None can grant a role, and none is wider than one resource.'

param webIdentityName string
param runtimeStorageName string
param uploadsName string
param registryName string
param vaultName string
param checkpointsKeyName string

@description('True: the console sends links to areas\' rooms itself, for which it reads the mail provider\'s key.')
param sendsMail bool
param insightsName string

var roles = {
  acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobDelegator: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  queueMessageSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  vaultCryptoUser: '12338af0-0e14-4627-93fc-d0b6abb2d6f9'
  vaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
}

resource web 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: webIdentityName
}

resource runtime 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: runtimeStorageName

  resource queues 'queueServices' existing = {
    name: 'default'

    resource changed 'queues' existing = {
      name: 'inspection-changed'
    }
  }
}

resource uploads 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: uploadsName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource quarantine 'containers' existing = {
      name: 'quarantine'
    }

    resource documents 'containers' existing = {
      name: 'documents'
    }

    resource checkpoints 'containers' existing = {
      name: 'checkpoints'
    }
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName

  resource checkpoints 'keys' existing = {
    name: checkpointsKeyName
  }

  resource mailKey 'secrets' existing = {
    name: 'sendgrid-api-key'
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// Owner, not contributor, of these two and nothing else: what is disposed of goes with its versions, which an owner alone may delete.
resource webOnQuarantine 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: uploads::blobs::quarantine
  name: guid(uploads::blobs::quarantine.id, web.id, roles.blobDataOwner)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataOwner)
  }
}

resource webOnDocuments 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: uploads::blobs::documents
  name: guid(uploads::blobs::documents.id, web.id, roles.blobDataOwner)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataOwner)
  }
}

// It adds, reads and lists; that it can neither write over one nor delete it is the container's own policy.
resource webOnCheckpoints 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: uploads::blobs::checkpoints
  name: guid(uploads::blobs::checkpoints.id, web.id, roles.blobDataContributor)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
  }
}

resource webSignsCheckpoints 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::checkpoints
  name: guid(vault::checkpoints.id, web.id, roles.vaultCryptoUser)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.vaultCryptoUser)
  }
}

resource webReadsMailKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (sendsMail) {
  scope: vault::mailKey
  name: guid(vault::mailKey.id, web.id, roles.vaultSecretsUser)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.vaultSecretsUser)
  }
}

// A SAS for one blob is signed with a delegated key, which belongs to the account.
resource webDelegates 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: uploads
  name: guid(uploads.id, web.id, roles.blobDelegator)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDelegator)
  }
}

resource webSaysChanged 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: runtime::queues::changed
  name: guid(runtime::queues::changed.id, web.id, roles.queueMessageSender)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueMessageSender)
  }
}

resource webPulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, web.id, roles.acrPull)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
  }
}

resource webPublishesMetrics 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, web.id, roles.metricsPublisher)
  properties: {
    principalId: web.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
  }
}
