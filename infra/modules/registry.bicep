metadata description = 'Where the console\'s image is kept. It has no administrator account.'

param location string

@minLength(5)
@maxLength(50)
param name string
param tags object
param sku 'Basic' | 'Standard' | 'Premium'
param workspaceName string

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku }
  properties: {
    adminUserEnabled: false
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: registry
  name: 'to-workspace'
  properties: {
    workspaceId: workspace.id
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output registryName string = registry.name
output loginServer string = registry.properties.loginServer
