metadata description = 'Where documents are kept. Browsers reach it with a short-lived SAS that the console delegates; nobody else does, and there are no account keys.'

param location string

@minLength(3)
@maxLength(24)
param name string
param tags object
param sku string

@description('The console\'s address; the only origin whose pages may talk to this account.')
param webOrigin string

@description('How long a deleted or replaced document can be brought back.')
@minValue(7)
@maxValue(365)
param softDeleteDays int

@description('A backstop: the nightly retention deletes by case; nothing outlives this.')
param retentionDays int

@description('For how long nobody, not even an owner of the account, can change or delete a checkpoint.')
@minValue(1)
@maxValue(146000)
param checkpointDays int
param workspaceName string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // Local authorities upload from their own networks, so this account keeps its public endpoint even where everything else is private.
    publicNetworkAccess: 'Enabled'
    sasPolicy: { expirationAction: 'Block', sasExpirationPeriod: '00.01:00:00' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      changeFeed: { enabled: true }
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      cors: {
        corsRules: [
          {
            allowedOrigins: [webOrigin]
            allowedMethods: ['PUT', 'OPTIONS']
            allowedHeaders: ['content-type', 'x-ms-blob-type', 'x-ms-blob-content-type', 'x-ms-version']
            exposedHeaders: ['etag', 'x-ms-request-id']
            maxAgeInSeconds: 600
          }
        ]
      }
    }

    resource quarantine 'containers' = {
      name: 'quarantine'
      properties: { publicAccess: 'None' }
    }

    resource documents 'containers' = {
      name: 'documents'
      properties: { publicAccess: 'None' }
    }

    resource deadLetters 'containers' = {
      name: 'dead-letters'
      properties: { publicAccess: 'None' }
    }

    // Written once and never over: what the database is held against. The policy is made unlocked, which resource manager alone cannot change.
    resource checkpoints 'containers' = {
      name: 'checkpoints'
      properties: { publicAccess: 'None' }

      resource writtenOnce 'immutabilityPolicies' = {
        name: 'default'
        properties: { immutabilityPeriodSinceCreationInDays: checkpointDays, allowProtectedAppendWrites: false }
      }
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource verdicts 'queues' = {
      name: 'malware-verdicts'
    }
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'retention'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['quarantine/', 'documents/'] }
              actions: {
                baseBlob: {
                  tierToCool: { daysAfterModificationGreaterThan: 180 }
                  delete: { daysAfterModificationGreaterThan: retentionDays }
                }
                version: { delete: { daysAfterCreationGreaterThan: retentionDays } }
              }
            }
          }
          {
            name: 'dead-letters'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['dead-letters/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 30 } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource documentLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspace.id
    // Who read, wrote or deleted a document, beside the access log that the store keeps.
    logs: [
      { category: 'StorageRead', enabled: true }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::queues
  name: 'to-workspace'
  properties: {
    workspaceId: workspace.id
    // Who laid a verdict there. What is read is not written down: that would be every look of the host.
    logs: [{ category: 'StorageWrite', enabled: true }]
  }
}

output accountName string = account.name
output checkpoints string = '${account.properties.primaryEndpoints.blob}${account::blobs::checkpoints.name}'
output blobEndpoint string = account.properties.primaryEndpoints.blob
