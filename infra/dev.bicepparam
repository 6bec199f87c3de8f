using 'main.bicep'

param stage = 'dev'
param alertEmail = readEnvironmentVariable('AREASEND_ALERT_EMAIL', 'areasend-duty@example.org')
param databaseAdministrators = {
  objectId: readEnvironmentVariable('AREASEND_DATABASE_ADMINISTRATORS', '00000000-0000-0000-0000-000000000000')
  name: 'areasend-database-administrators'
  type: 'Group'
}
param webOrigin = readEnvironmentVariable('AREASEND_WEB_ORIGIN', '')
param signInClientId = readEnvironmentVariable('AREASEND_SIGN_IN_CLIENT_ID', '00000000-0000-0000-0000-000000000000')
param functionsClientId = readEnvironmentVariable('AREASEND_FUNCTIONS_CLIENT_ID', '00000000-0000-0000-0000-000000000000')
param mailFrom = {
  ofsted: readEnvironmentVariable('AREASEND_OFSTED_FROM', 'ofsted-area-send@example.org')
  cqc: readEnvironmentVariable('AREASEND_CQC_FROM', 'cqc-area-send@example.org')
}
param gettingReadyFrom = readEnvironmentVariable('AREASEND_GETTING_READY_FROM', '')
param webImage = readEnvironmentVariable('SERVICE_WEB_IMAGE_NAME', '')
param functionsDeployed = bool(readEnvironmentVariable('AREASEND_FUNCTIONS_DEPLOYED', 'false'))
param durableTaskScheduler = bool(readEnvironmentVariable('AREASEND_DURABLE_TASK_SCHEDULER', 'false'))
param taskHub = readEnvironmentVariable('AREASEND_TASK_HUB', 'inspections')
param privateNetwork = false
param sizes = {
  // The smallest that takes more than 35 connections.
  databaseSku: 'Standard_B2s'
  databaseTier: 'Burstable'
  databaseStorageGb: 32
  databaseBackupDays: 7
  databaseGeoBackup: 'Disabled'
  databaseHighAvailability: 'Disabled'
  uploadsSku: 'Standard_LRS'
  scanCapGbPerMonth: 10
  softDeleteDays: 7
  retentionDays: 90
  checkpointDays: 7
  schedulerSku: 'Consumption'
  schedulerCapacity: 1
  functionsMaximumInstances: 2
  functionsPoolSize: 10
  webPoolSize: 10
  webMinReplicas: 0
  webMaxReplicas: 2
  registrySku: 'Basic'
  logRetentionDays: 30
  logDailyCapGb: 1
}
