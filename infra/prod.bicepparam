using 'main.bicep'

param stage = 'prod'
param alertEmail = readEnvironmentVariable('AREASEND_ALERT_EMAIL', 'areasend-duty@example.org')
param databaseAdministrators = {
  objectId: readEnvironmentVariable('AREASEND_DATABASE_ADMINISTRATORS', '00000000-0000-0000-0000-000000000000')
  name: 'areasend-database-administrators'
  type: 'Group'
}
param webOrigin = readEnvironmentVariable('AREASEND_WEB_ORIGIN', 'https://areasend.example.org')
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
param privateNetwork = true
param sizes = {
  databaseSku: 'Standard_D2ds_v5'
  databaseTier: 'GeneralPurpose'
  databaseStorageGb: 64
  databaseBackupDays: 35
  databaseGeoBackup: 'Enabled'
  databaseHighAvailability: 'ZoneRedundant'
  uploadsSku: 'Standard_GZRS'
  scanCapGbPerMonth: 500
  softDeleteDays: 90
  // Seven years and a bit: the case's own retention, nightly, is shorter.
  retentionDays: 2600
  checkpointDays: 2600
  schedulerSku: 'Dedicated'
  schedulerCapacity: 1
  functionsMaximumInstances: 4
  functionsPoolSize: 20
  webPoolSize: 20
  webMinReplicas: 2
  webMaxReplicas: 6
  registrySku: 'Standard'
  logRetentionDays: 365
  logDailyCapGb: 5
}
