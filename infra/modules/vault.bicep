metadata description = 'The few secrets that are not ours to replace by an identity, such as the mail provider\'s key: an operator puts them in, the templates only name them. And the key that checkpoints are signed with, which never leaves it.'

param location string

@minLength(3)
@maxLength(24)
param name string
param tags object
param publicNetworkAccess 'Enabled' | 'Disabled'
param workspaceName string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: publicNetworkAccess
    networkAcls: { defaultAction: publicNetworkAccess == 'Enabled' ? 'Allow' : 'Deny', bypass: 'None' }
  }
}

resource checkpoints 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: 'checkpoints'
  tags: tags
  properties: { kty: 'EC', curveName: 'P-256', keyOps: ['sign', 'verify'] }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspace.id
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output vaultName string = vault.name
output vaultId string = vault.id
output checkpointsKeyName string = checkpoints.name
output checkpointsKey string = '${vault.properties.vaultUri}keys/${checkpoints.name}'
output address string = vault.properties.vaultUri
