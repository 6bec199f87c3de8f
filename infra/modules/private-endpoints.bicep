metadata description = 'The private ways to whatever the applications alone may reach.'

param location string
param tags object
param subnetId string

@description('The zone of each group of a service: what the network gives.')
param zoneNames object
param runtimeStorageId string
param vaultId string
param databaseId string

@description('True: there is a Durable Task Scheduler, and this is its id. It is no row of the list below, whose length has to be known before anything is deployed.')
param scheduler bool
param schedulerId string

var ways = [
  { group: 'blob', serviceId: runtimeStorageId }
  { group: 'queue', serviceId: runtimeStorageId }
  { group: 'table', serviceId: runtimeStorageId }
  { group: 'vault', serviceId: vaultId }
  { group: 'postgresqlServer', serviceId: databaseId }
]

module endpoints 'private-endpoint.bicep' = [for way in ways: {
  params: {
    location: location
    tags: tags
    serviceName: last(split(way.serviceId, '/'))
    serviceId: way.serviceId
    group: way.group
    zoneName: zoneNames[way.group]
    subnetId: subnetId
  }
}]

module schedulerEndpoint 'private-endpoint.bicep' = if (scheduler) {
  params: {
    location: location
    tags: tags
    serviceName: last(split(schedulerId, '/'))
    serviceId: schedulerId
    group: 'scheduler'
    zoneName: scheduler ? zoneNames.scheduler : ''
    subnetId: subnetId
  }
}
