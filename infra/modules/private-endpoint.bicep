metadata description = 'A private way to one service: an endpoint in the private network, and its name in the zone.'

param location string
param tags object

@description('Name of the service that is reached; the endpoint is named after it and its group.')
param serviceName string
param serviceId string

@description('The part of the service: blob, queue, table, vault, postgresqlServer or scheduler.')
param group string
param zoneName string
param subnetId string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' existing = {
  name: zoneName
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-${serviceName}-${group}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: group
        properties: { privateLinkServiceId: serviceId, groupIds: [group] }
      }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: zone.id } }]
    }
  }
}
