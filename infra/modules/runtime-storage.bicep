metadata description = 'What the Functions host needs for itself: its own state, the orchestrations, the deployed package, and the queue on which the console says that an inspection changed.'

param location string

@minLength(3)
@maxLength(24)
param name string
param tags object
param publicNetworkAccess 'Enabled' | 'Disabled'

// Without diagnostic settings: what is read and written here is the host's own, every few seconds.
resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: publicNetworkAccess
    networkAcls: { defaultAction: publicNetworkAccess == 'Enabled' ? 'Allow' : 'Deny', bypass: 'None' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      // Leases and timers are written again every few seconds, and each version would be kept for ever. Nothing here is a fact: the store is.
      isVersioningEnabled: false
      deleteRetentionPolicy: { enabled: false }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource packages 'containers' = {
      name: 'packages'
      properties: { publicAccess: 'None' }
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource changed 'queues' = {
      name: 'inspection-changed'
    }
  }
}

output accountName string = account.name
output accountId string = account.id
output packagesContainer string = account::blobs::packages.name
output queueEndpoint string = account.properties.primaryEndpoints.queue
