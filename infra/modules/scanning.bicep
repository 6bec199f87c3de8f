metadata description = 'Defender looks at each document that arrives, and two Event Grid topics say so: one that it arrived, one what Defender found. What it found waits in a queue, also while no function runs.'

import { deadLettersIn, deliveryRetries } from '../types.bicep'

param location string
param tags object
param uploadsName string
param workspaceName string

@description('Defender scans no more than this in a month. What it does not scan gets no verdict, and no verdict is not a clean verdict: the document stays in quarantine.')
param scanCapGbPerMonth int

resource uploads 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: uploadsName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: 'dead-letters'
    }
  }

  resource queues 'queueServices' existing = {
    name: 'default'

    resource verdicts 'queues' existing = {
      name: 'malware-verdicts'
    }
  }
}

resource verdicts 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: 'evgt-${uploadsName}-verdicts'
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    inputSchema: 'EventGridSchema'
    disableLocalAuth: true
    minimumTlsVersionAllowed: '1.2'
    // Defender publishes from outside the network.
    publicNetworkAccess: 'Enabled'
  }
}

resource arrivals 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgst-${uploadsName}-arrivals'
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: uploads.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-01-01' = {
  scope: uploads
  name: 'current'
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      onUpload: { isEnabled: true, capGBPerMonth: scanCapGbPerMonth }
      scanResultsEventGridTopicResourceId: verdicts.id
    }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

var blobDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')

resource arrivalsKeepDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: uploads::blobs::deadLetters
  name: guid(uploads::blobs::deadLetters.id, arrivals.id, blobDataContributor)
  properties: {
    principalId: arrivals.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: blobDataContributor
  }
}

resource verdictsKeepDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: uploads::blobs::deadLetters
  name: guid(uploads::blobs::deadLetters.id, verdicts.id, blobDataContributor)
  properties: {
    principalId: verdicts.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: blobDataContributor
  }
}

var queueMessageSender = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a')

resource verdictsWait 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: uploads::queues::verdicts
  name: guid(uploads::queues::verdicts.id, verdicts.id, queueMessageSender)
  properties: {
    principalId: verdicts.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: queueMessageSender
  }
}

resource judged 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = {
  parent: verdicts
  name: 'malware-verdict'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: { includedEventTypes: ['Microsoft.Security.MalwareScanningResult'] }
    retryPolicy: deliveryRetries
    deadLetterWithResourceIdentity: deadLettersIn(uploads.id)
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'StorageQueue'
        // A verdict waits for as long as it takes: without one its document is never accepted.
        properties: { resourceId: uploads.id, queueName: uploads::queues::verdicts.name, queueMessageTimeToLiveInSeconds: -1 }
      }
    }
  }
  dependsOn: [verdictsWait, verdictsKeepDeadLetters]
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource verdictsLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: verdicts
  name: 'to-workspace'
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'DeliveryFailures', enabled: true }, { category: 'PublishFailures', enabled: true }]
  }
}

resource arrivalsLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: arrivals
  name: 'to-workspace'
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'DeliveryFailures', enabled: true }]
  }
}

output arrivalsTopicName string = arrivals.name
