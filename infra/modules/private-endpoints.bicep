metadata description = 'The private ways to whatever the applications alone may reach.'

param location string
param tags object
param subnetId string

@description('The zone of each group of a service: what the network gives.')
param zoneNames object
param runtimeStorageId string
param vaultId string
param databaseId string
param schedulerId string

var ways = [
  { group: 'blob', serviceId: runtimeStorageId }
  { group: 'queue', serviceId: runtimeStorageId }
  { group: 'table', serviceId: runtimeStorageId }
  { group: 'vault', serviceId: vaultId }
  { group: 'postgresqlServer', serviceId: databaseId }
  { group: 'scheduler', serviceId: schedulerId }
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
