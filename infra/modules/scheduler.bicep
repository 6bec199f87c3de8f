metadata description = 'The Durable Task Scheduler and its task hub, where a parameter chooses it in the place of Azure Storage: where orchestrations wait. Nothing is kept there that the store does not know.'

param location string
param name string
param tags object
param sku 'Consumption' | 'Dedicated'

@description('Units of a dedicated scheduler.')
param capacity int

@description('Name of the task hub.')
param hubName string
param publicNetworkAccess 'Enabled' | 'Disabled'
param functionsIdentityName string

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: sku == 'Dedicated' ? { name: sku, capacity: capacity } : { name: sku }
    // An empty list lets nobody in. Whoever comes still needs a token and a role.
    ipAllowlist: ['0.0.0.0/0']
    publicNetworkAccess: publicNetworkAccess
  }

  resource hub 'taskHubs' = {
    name: hubName
  }

  resource retention 'retentionPolicies' = {
    name: 'default'
    properties: {
      retentionPolicies: [
        { retentionPeriodInDays: 30 }
        { retentionPeriodInDays: 7, orchestrationState: 'Terminated' }
      ]
    }
  }
}

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: functionsIdentityName
}

var durableTaskDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0ad04412-c4d5-4796-b79c-f76d14c8d402')

resource functionsOnHub 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: scheduler::hub
  name: guid(scheduler::hub.id, functions.id, durableTaskDataContributor)
  properties: {
    principalId: functions.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: durableTaskDataContributor
  }
}

output schedulerId string = scheduler.id
output dashboard string = scheduler::hub.properties.dashboardUrl
output endpoint string = scheduler.properties.endpoint
