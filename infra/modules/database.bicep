metadata description = 'PostgreSQL, where the facts are. Entra sign-in only: the server has no password.'

import { administrator } from '../types.bicep'

param location string
param name string
param tags object
param skuName string
param skuTier 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'
param storageSizeGb int

@minValue(7)
@maxValue(35)
param backupRetentionDays int
param geoRedundantBackup 'Enabled' | 'Disabled'
param highAvailability 'ZoneRedundant' | 'Disabled'
param publicNetworkAccess 'Enabled' | 'Disabled'
param workspaceName string

@description('The group of people who may change the schema and grant roles.')
param administrators administrator

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: skuName, tier: skuTier }
  properties: {
    version: '17'
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    storage: { storageSizeGB: storageSizeGb, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: backupRetentionDays, geoRedundantBackup: geoRedundantBackup }
    highAvailability: { mode: highAvailability }
    network: { publicNetworkAccess: publicNetworkAccess }
  }

  resource inspections 'databases' = {
    name: 'areasend'
    properties: { charset: 'UTF8', collation: 'en_GB.utf8' }
  }

  resource people 'administrators' = {
    name: administrators.objectId
    properties: {
      principalName: administrators.name
      principalType: administrators.type
      tenantId: tenant().tenantId
    }
    dependsOn: [inspections]
  }

  resource requireTls 'configurations' = {
    name: 'require_secure_transport'
    properties: { value: 'on', source: 'user-override' }
    dependsOn: [people]
  }

  resource tlsVersion 'configurations' = {
    name: 'ssl_min_protocol_version'
    properties: { value: 'TLSv1.2', source: 'user-override' }
    dependsOn: [requireTls]
  }

  // Without a private network, Azure's own addresses are let in; sign-in still takes an Entra token.
  resource azure 'firewallRules' = if (publicNetworkAccess == 'Enabled') {
    name: 'azure'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
    dependsOn: [tlsVersion]
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: server
  name: 'to-workspace'
  properties: {
    workspaceId: workspace.id
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output serverName string = server.name
output serverId string = server.id
output host string = server.properties.fullyQualifiedDomainName
output databaseName string = server::inspections.name
