metadata description = 'The private network, made only where parameters ask for it: a subnet for each application and one for private endpoints, and the names that resolve to them.'

param location string
param name string
param tags object

@description('True: there is a Durable Task Scheduler to be reached.')
param scheduler bool

// The zone of each service, by the name of the group that its private endpoint joins.
var zones = union({
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  vault: 'privatelink.vaultcore.azure.net'
  postgresqlServer: 'privatelink.postgres.database.azure.com'
}, scheduler ? { scheduler: 'privatelink.durabletask.io' } : {})

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
  }

  resource functionsSubnet 'subnets' = {
    name: 'functions'
    properties: {
      addressPrefix: '10.20.0.0/24'
      delegations: [{ name: 'functions', properties: { serviceName: 'Microsoft.App/environments' } }]
    }
  }

  resource webSubnet 'subnets' = {
    name: 'web'
    properties: {
      addressPrefix: '10.20.2.0/23'
      delegations: [{ name: 'web', properties: { serviceName: 'Microsoft.App/environments' } }]
    }
    dependsOn: [functionsSubnet]
  }

  resource endpointsSubnet 'subnets' = {
    name: 'private-endpoints'
    properties: {
      addressPrefix: '10.20.1.0/24'
      privateEndpointNetworkPolicies: 'Enabled'
    }
    dependsOn: [webSubnet]
  }
}

resource privateZones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for zone in items(zones): {
  name: zone.value
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (zone, i) in items(zones): {
  parent: privateZones[i]
  name: 'vnet-${name}'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}]

output functionsSubnetId string = network::functionsSubnet.id
output webSubnetId string = network::webSubnet.id
output endpointsSubnetId string = network::endpointsSubnet.id
output zoneNames object = zones
