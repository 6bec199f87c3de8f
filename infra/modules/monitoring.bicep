metadata description = 'Logs, traces and metrics, and whom an alert tells. Entra sign-in only: an instrumentation key alone writes nothing.'

param location string
param name string
param tags object
param retentionInDays int

@description('More than this in a day is not taken in; -1 for no limit.')
param dailyCapGb int

@description('Where alerts go.')
param alertEmail string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionInDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource duty 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'AreaSend'
    enabled: true
    emailReceivers: [{ name: 'duty', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

output workspaceName string = workspace.name
output insightsName string = insights.name
output actionGroupId string = duty.id
