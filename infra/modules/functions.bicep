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
param schedulerEndpoint string
param hubName string
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
  { name: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING', value: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identity.properties.clientId}' }
  { name: 'TASKHUB_NAME', value: hubName }
  { name: 'Uploads__blobServiceUri', value: uploads.properties.primaryEndpoints.blob }
  { name: 'Uploads__queueServiceUri', value: uploads.properties.primaryEndpoints.queue }
  { name: 'Uploads__credential', value: 'managedidentity' }
  { name: 'Uploads__clientId', value: identity.properties.clientId }
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
      appSettings: concat(own, settings)
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

output appName string = app.name
output address string = 'https://${app.properties.defaultHostName}'
