metadata description = 'The console and the portal, as one container. Two or more replicas hold no state of their own.'

import { setting } from '../types.bicep'

param location string
param name string
param tags object
param identityName string
param insightsName string
param environmentName string

@description('The console\'s image. Empty: none has been pushed yet, and a placeholder stands there that knows nothing of /health.')
param image string
param minReplicas int
param maxReplicas int
param settings setting[]

@description('Secrets of the vault, read by the console\'s identity: under which setting, and what the vault calls them.')
param secrets setting[] = []
param vaultAddress string

param registryName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' existing = {
  name: environmentName
}

var own setting[] = [
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
  { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
  { name: 'ASPNETCORE_HTTP_PORTS', value: '8080' }
  { name: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED', value: 'true' }
]

var placeholder = 'mcr.microsoft.com/dotnet/samples:aspnetapp-chiseled'
// To restart a console because its database is away would help nobody; to send nobody to it does.
var alive = { httpGet: { path: '/health/live', port: 8080, scheme: 'HTTP' }, periodSeconds: 10, failureThreshold: 6 }
var ready = { httpGet: { path: '/health', port: 8080, scheme: 'HTTP' }, periodSeconds: 10, timeoutSeconds: 8, failureThreshold: 3 }

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'web' })
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      // One browser stays with one replica as long as that lives, so that the page after a form with files has what the form was told.
      ingress: { external: true, allowInsecure: false, targetPort: 8080, transport: 'auto', stickySessions: { affinity: 'sticky' } }
      secrets: empty(secrets) ? null : map(secrets, secret => { name: secret.value, keyVaultUrl: '${vaultAddress}secrets/${secret.value}', identity: identity.id })
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
    }
    template: {
      containers: [
        {
          name: 'web'
          image: empty(image) ? placeholder : image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(own, settings, map(secrets, secret => { name: secret.name, secretRef: secret.value }))
          probes: empty(image) ? [] : [
            union(alive, { type: 'Startup', failureThreshold: 30 })
            union(alive, { type: 'Liveness' })
            union(ready, { type: 'Readiness' })
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '50' } } }]
      }
    }
  }
}

output appName string = app.name
output address string = 'https://${app.properties.configuration.ingress.fqdn}'
