metadata description = 'Where the console\'s image is kept. It has no administrator account.'

param location string

@minLength(5)
@maxLength(50)
param name string
param tags object
param sku 'Basic' | 'Standard' | 'Premium'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    adminUserEnabled: false
  }
}

output registryName string = registry.name
output loginServer string = registry.properties.loginServer
