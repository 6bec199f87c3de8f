metadata description = 'Defender looks at each document that arrives, and two Event Grid topics say so: one that it arrived, one what Defender found.'

param location string
param tags object
param uploadsName string

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

output verdictsTopicName string = verdicts.name
output arrivalsTopicName string = arrivals.name
