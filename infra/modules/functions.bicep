metadata description = 'The Functions app on Flex Consumption. It reaches everything by its own identity.'

import { setting } from '../types.bicep'

param location string
param name string
param tags object
param identityName string
param runtimeStorageName string
param uploadsName string
param packagesContainer string
param insightsName string
param maximumInstances int
param workspaceName string

@description('Name of the task hub, in whichever backend.')
param hubName string

@description('True: orchestrations are kept by the Durable Task Scheduler at this endpoint. Otherwise in the runtime storage.')
param scheduler bool
param schedulerEndpoint string

@description('The app registration that stands for this app: whoever calls it signs in to that.')
param clientId string

@description('The console\'s identity. It alone is answered how an inspection\'s orchestration stands without a key.')
param caller { principalId: string, clientId: string }
param settings setting[]

@description('The subnet that the app calls out through; empty without a private network.')
param subnetId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource runtime 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: runtimeStorageName
}

resource uploads 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: uploadsName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

var own setting[] = [
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
  { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'Authorization=AAD;ClientId=${identity.properties.clientId}' }
  { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
  { name: 'AzureWebJobsStorage__accountName', value: runtime.name }
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
  { name: 'TASKHUB_NAME', value: hubName }
  { name: 'Uploads__blobServiceUri', value: uploads.properties.primaryEndpoints.blob }
  { name: 'Uploads__queueServiceUri', value: uploads.properties.primaryEndpoints.queue }
  { name: 'Uploads__credential', value: 'managedidentity' }
  { name: 'Uploads__clientId', value: identity.properties.clientId }
  { name: 'AreaSend__Functions__Caller', value: caller.principalId }
]

// What host.json says of Azure Storage, said again for the scheduler; the package has to be built for it too.
var backend setting[] = !scheduler ? [] : [
  { name: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING', value: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}' }
  { name: 'AzureFunctionsJobHost__extensions__durableTask__storageProvider__type', value: 'azureManaged' }
  { name: 'AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName', value: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING' }
]

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: concat(own, backend, settings)
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${runtime.properties.primaryEndpoints.blob}${packagesContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: 2048
        // One instance stays warm for orchestrations: a notice that is due at 11:00 does not wait for a cold start.
        alwaysReady: [{ name: 'durable', instanceCount: 1 }]
      }
    }
  }

  // Who comes with a token is known by it; a token of anybody but the console is refused. Who comes without is let through, and each function says what it
  // opens with: Event Grid and SendGrid cannot sign in, they come with a key of the host and with a signature.
  resource signIn 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: { clientId: clientId, openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0' }
          validation: {
            allowedAudiences: [clientId, 'api://${clientId}']
            defaultAuthorizationPolicy: {
              allowedPrincipals: { identities: [caller.principalId] }
              allowedApplications: [caller.clientId]
            }
          }
        }
      }
      login: { tokenStore: { enabled: false } }
      httpSettings: { requireHttps: true }
    }
  }

  // Publishing takes an Entra token, not a password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-workspace'
  properties: {
    workspaceId: workspace.id
    // The host's own lines come by Application Insights; these are who signed in, and who was turned away.
    logs: [{ category: 'AppServiceAuthenticationLogs', enabled: true }]
  }
}

output appName string = app.name
output address string = 'https://${app.properties.defaultHostName}'
