metadata description = 'The Durable Task Scheduler and its task hub: where orchestrations wait. Nothing is kept there that the store does not know.'

param location string
param name string
param tags object
param sku 'Consumption' | 'Dedicated'

@description('Units of a dedicated scheduler.')
param capacity int
param publicNetworkAccess 'Enabled' | 'Disabled'

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
    name: 'inspections'
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

output schedulerName string = scheduler.name
output schedulerId string = scheduler.id
output hubName string = scheduler::hub.name
output dashboard string = scheduler::hub.properties.dashboardUrl
output endpoint string = scheduler.properties.endpoint
