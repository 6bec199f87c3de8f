metadata description = 'AreaSend in one resource group: console, Functions app, documents, database, vault, and whatever watches them.'

targetScope = 'subscription'

import { administrator, setting } from 'types.bicep'

@description('dev is small and may be thrown away; prod is not.')
param stage 'dev' | 'prod'

@description('Where everything is: data of children stays in the United Kingdom.')
@allowed(['uksouth', 'ukwest'])
param location string = 'uksouth'

@description('Where alerts go.')
param alertEmail string

@description('The people who may change the database\'s schema and grant its roles.')
param databaseAdministrators administrator

@description('The address that people know the console by, such as https://areasend.example.org. Empty: the address that Container Apps gives.')
param webOrigin string = ''

@description('The application that people sign in to. It trusts the console\'s identity, so there is no client secret.')
param signInClientId string

@description('The application that stands for the Functions app. The console\'s identity asks for tokens to it, so there is no key.')
param functionsClientId string

@description('The mailboxes that notices of Ofsted and of the CQC come from, and that answers go to. The mail provider has to know both as senders.')
param mailFrom { ofsted: string, cqc: string }

@description('The mailbox that links to areas\' rooms for getting ready come from: no inspectorate\'s, because answers go there. Empty: nobody is sent one. The mail provider\'s key has to be in the vault before this is set.')
param gettingReadyFrom string = ''

@description('The console\'s image. The first deployment has none yet and shows a placeholder.')
param webImage string = ''

@description('True: orchestrations are kept by a Durable Task Scheduler, for which functions/ has to be built. Otherwise by the storage account that the Functions host has anyway.')
param durableTaskScheduler bool = false

@description('Name of the task hub. With a new name every orchestration is made anew from the store: docs/operations.md.')
@minLength(3)
@maxLength(45)
param taskHub string = 'inspections'

@description('True once the functions are deployed: Event Grid can only then be told that a function takes arrivals.')
param functionsDeployed bool = false

@description('True: all but the console, the webhook and the uploads are reached through private endpoints alone.')
param privateNetwork bool

@description('Sizes and limits, which is also what things cost: infra/README.md.')
param sizes {
  databaseSku: string
  databaseTier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'
  databaseStorageGb: int
  databaseBackupDays: int
  databaseGeoBackup: 'Enabled' | 'Disabled'
  databaseHighAvailability: 'ZoneRedundant' | 'Disabled'
  uploadsSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS'
  scanCapGbPerMonth: int
  softDeleteDays: int
  retentionDays: int
  @description('For how long a checkpoint can be neither changed nor deleted.')
  checkpointDays: int
  schedulerSku: 'Consumption' | 'Dedicated'
  schedulerCapacity: int
  @description('Of each group that Flex Consumption scales by itself: HTTP, blobs, orchestrations, and each queue. A few are plenty: one takes 200 inspections at once.')
  functionsMaximumInstances: int
  @description('Connections to the database that one instance of the functions may hold.')
  functionsPoolSize: int
  @description('Connections to the database that one replica of the console may hold.')
  webPoolSize: int
  webMinReplicas: int
  webMaxReplicas: int
  registrySku: 'Basic' | 'Standard' | 'Premium'
  logRetentionDays: int
  logDailyCapGb: int
}

var name = 'areasend-${stage}'
var unique = uniqueString(subscription().id, name)
var tags = { application: 'areasend', stage: stage, 'azd-env-name': name }
var publicNetworkAccess = privateNetwork ? 'Disabled' : 'Enabled'
var webName = 'ca-${name}-web'
var origin = empty(webOrigin) ? 'https://${webName}.${webEnvironment.outputs.domain}' : webOrigin

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${name}'
  location: location
  tags: tags
}

module identities 'modules/identities.bicep' = {
  scope: group
  params: { location: location, name: name, tags: tags }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: { location: location, name: name, tags: tags, scheduler: durableTaskScheduler }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    name: name
    tags: tags
    retentionInDays: sizes.logRetentionDays
    dailyCapGb: sizes.logDailyCapGb
    alertEmail: alertEmail
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    name: name
    tags: tags
    workspaceName: monitoring.outputs.workspaceName
    actionGroupId: monitoring.outputs.actionGroupId
  }
}

module uploads 'modules/uploads.bicep' = {
  scope: group
  params: {
    location: location
    name: 'stup${unique}'
    tags: tags
    sku: sizes.uploadsSku
    webOrigin: origin
    softDeleteDays: sizes.softDeleteDays
    retentionDays: sizes.retentionDays
    checkpointDays: sizes.checkpointDays
    workspaceName: monitoring.outputs.workspaceName
  }
}

module scanning 'modules/scanning.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    uploadsName: uploads.outputs.accountName
    scanCapGbPerMonth: sizes.scanCapGbPerMonth
    workspaceName: monitoring.outputs.workspaceName
  }
}

module runtimeStorage 'modules/runtime-storage.bicep' = {
  scope: group
  params: { location: location, name: 'strt${unique}', tags: tags, publicNetworkAccess: publicNetworkAccess }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: { location: location, name: 'kv-${unique}', tags: tags, publicNetworkAccess: publicNetworkAccess, workspaceName: monitoring.outputs.workspaceName }
}

module database 'modules/database.bicep' = {
  scope: group
  params: {
    location: location
    name: 'psql-${name}-${unique}'
    tags: tags
    skuName: sizes.databaseSku
    skuTier: sizes.databaseTier
    storageSizeGb: sizes.databaseStorageGb
    backupRetentionDays: sizes.databaseBackupDays
    geoRedundantBackup: sizes.databaseGeoBackup
    highAvailability: sizes.databaseHighAvailability
    publicNetworkAccess: publicNetworkAccess
    workspaceName: monitoring.outputs.workspaceName
    administrators: databaseAdministrators
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableTaskScheduler) {
  scope: group
  params: {
    location: location
    name: 'dts-${name}'
    tags: tags
    sku: sizes.schedulerSku
    capacity: sizes.schedulerCapacity
    hubName: taskHub
    functionsIdentityName: identities.outputs.functionsName
    publicNetworkAccess: publicNetworkAccess
  }
}

module registry 'modules/registry.bicep' = {
  scope: group
  params: { location: location, name: 'cr${unique}', tags: tags, sku: sizes.registrySku, workspaceName: monitoring.outputs.workspaceName }
}

module endpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  scope: group
  params: {
    location: location
    tags: tags
    subnetId: network!.outputs.endpointsSubnetId
    zoneNames: network!.outputs.zoneNames
    runtimeStorageId: runtimeStorage.outputs.accountId
    vaultId: vault.outputs.vaultId
    databaseId: database.outputs.serverId
    scheduler: durableTaskScheduler
    schedulerId: durableTaskScheduler ? scheduler!.outputs.schedulerId : ''
  }
}

module functionsAccess 'modules/functions-access.bicep' = {
  scope: group
  params: {
    functionsIdentityName: identities.outputs.functionsName
    runtimeStorageName: runtimeStorage.outputs.accountName
    uploadsName: uploads.outputs.accountName
    vaultName: vault.outputs.vaultName
    insightsName: monitoring.outputs.insightsName
  }
}

module webAccess 'modules/web-access.bicep' = {
  scope: group
  params: {
    webIdentityName: identities.outputs.webName
    runtimeStorageName: runtimeStorage.outputs.accountName
    uploadsName: uploads.outputs.accountName
    registryName: registry.outputs.registryName
    vaultName: vault.outputs.vaultName
    checkpointsKeyName: vault.outputs.checkpointsKeyName
    sendsMail: !empty(gettingReadyFrom)
    insightsName: monitoring.outputs.insightsName
  }
}

// What both applications are told alike. Each adds its own sign-in to the database.
var shared setting[] = [
  { name: 'AreaSend__Sandbox', value: 'false' }
  { name: 'AreaSend__Engine', value: 'DurableFunctions' }
  { name: 'AreaSend__Engine__SiteAddress', value: origin }
  { name: 'AreaSend__Scanner__Use', value: 'defender' }
  { name: 'AreaSend__Blobs__ServiceUri', value: uploads.outputs.blobEndpoint }
  { name: 'AreaSend__Store__Provider', value: 'Postgres' }
  { name: 'AreaSend__Store__Entra', value: 'true' }
  { name: 'AreaSend__Mail__OfstedFrom', value: mailFrom.ofsted }
  { name: 'AreaSend__Mail__CqcFrom', value: mailFrom.cqc }
]
var databaseAddress = 'Host=${database.outputs.host};Database=${database.outputs.databaseName};SSL Mode=VerifyFull'

module functions 'modules/functions.bicep' = {
  scope: group
  params: {
    location: location
    name: 'func-${name}-${unique}'
    tags: tags
    identityName: identities.outputs.functionsName
    runtimeStorageName: runtimeStorage.outputs.accountName
    uploadsName: uploads.outputs.accountName
    packagesContainer: runtimeStorage.outputs.packagesContainer
    insightsName: monitoring.outputs.insightsName
    maximumInstances: sizes.functionsMaximumInstances
    subnetId: privateNetwork ? network!.outputs.functionsSubnetId : ''
    workspaceName: monitoring.outputs.workspaceName
    hubName: taskHub
    scheduler: durableTaskScheduler
    schedulerEndpoint: durableTaskScheduler ? scheduler!.outputs.endpoint : ''
    clientId: functionsClientId
    caller: { principalId: identities.outputs.webPrincipalId, clientId: identities.outputs.webClientId }
    settings: concat(shared, [
      { name: 'AreaSend__Store__ConnectionString', value: '${databaseAddress};Username=${identities.outputs.functionsName};Maximum Pool Size=${sizes.functionsPoolSize}' }
      { name: 'AreaSend__Mail__Sender', value: 'SendGrid' }
      { name: 'AreaSend__Mail__SendGrid__ApiKey', value: '@Microsoft.KeyVault(SecretUri=${vault.outputs.address}secrets/sendgrid-api-key)' }
      { name: 'AreaSend__Mail__SendGrid__WebhookPublicKey', value: '@Microsoft.KeyVault(SecretUri=${vault.outputs.address}secrets/sendgrid-webhook-public-key)' }
    ])
  }
  dependsOn: [functionsAccess, endpoints]
}

module webEnvironment 'modules/web-environment.bicep' = {
  scope: group
  params: {
    location: location
    name: 'cae-${name}'
    tags: tags
    workspaceName: monitoring.outputs.workspaceName
    subnetId: privateNetwork ? network!.outputs.webSubnetId : ''
  }
}

module web 'modules/web.bicep' = {
  scope: group
  params: {
    location: location
    name: webName
    tags: tags
    identityName: identities.outputs.webName
    insightsName: monitoring.outputs.insightsName
    environmentName: webEnvironment.outputs.environmentName
    registryName: registry.outputs.registryName
    image: webImage
    minReplicas: sizes.webMinReplicas
    maxReplicas: sizes.webMaxReplicas
    settings: concat(shared, [
      { name: 'AreaSend__Store__ConnectionString', value: '${databaseAddress};Username=${identities.outputs.webName};Maximum Pool Size=${sizes.webPoolSize}' }
      { name: 'AreaSend__SignIn__Authority', value: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0' }
      { name: 'AreaSend__SignIn__FederatedIdentity', value: 'true' }
      { name: 'AreaSend__SignIn__ClientId', value: signInClientId }
      { name: 'AreaSend__SignIn__RegionClaim', value: 'roles' }
      { name: 'AreaSend__SignIn__RegionPrefix', value: 'Region.' }
      { name: 'AreaSend__Functions__QueueServiceUri', value: runtimeStorage.outputs.queueEndpoint }
      { name: 'AreaSend__Functions__Address', value: functions.outputs.address }
      { name: 'AreaSend__Functions__Audience', value: 'api://${functionsClientId}' }
      { name: 'AreaSend__Checkpoints__Container', value: uploads.outputs.checkpoints }
      { name: 'AreaSend__Checkpoints__VaultKey', value: vault.outputs.checkpointsKey }
    ], empty(gettingReadyFrom) ? [] : [
      { name: 'AreaSend__GettingReady__From', value: gettingReadyFrom }
      { name: 'AreaSend__Mail__Sender', value: 'SendGrid' }
    ], durableTaskScheduler ? [{ name: 'AreaSend__Functions__Dashboard', value: scheduler!.outputs.dashboard }] : [])
    secrets: empty(gettingReadyFrom) ? [] : [{ name: 'AreaSend__Mail__SendGrid__ApiKey', value: 'sendgrid-api-key' }]
    vaultAddress: vault.outputs.address
  }
  dependsOn: [webAccess, endpoints]
}

module events 'modules/events.bicep' = if (functionsDeployed) {
  scope: group
  params: {
    uploadsName: uploads.outputs.accountName
    functionsName: functions.outputs.appName
    arrivalsTopicName: scanning.outputs.arrivalsTopicName
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.loginServer
output AREASEND_WEB_ADDRESS string = origin
output AREASEND_FUNCTIONS_ADDRESS string = functions.outputs.address
output AREASEND_DATABASE_HOST string = database.outputs.host
output AREASEND_FUNCTIONS_IDENTITY string = identities.outputs.functionsName
output AREASEND_WEB_IDENTITY string = identities.outputs.webName
output AREASEND_VAULT string = vault.outputs.vaultName
