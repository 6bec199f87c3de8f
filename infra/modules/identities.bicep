metadata description = 'One managed identity per application. Nothing in AreaSend signs in to Azure with a secret.'

param location string
param name string
param tags object

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-functions'
  location: location
  tags: tags
}

resource web 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}-web'
  location: location
  tags: tags
}

output functionsName string = functions.name
output webName string = web.name
output webPrincipalId string = web.properties.principalId
output webClientId string = web.properties.clientId
