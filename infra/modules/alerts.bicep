metadata description = 'What somebody must be told of: each alert reads one metric of the meter AreaSend. docs/operations.md says what to do about each.'

param location string
param name string
param tags object
param workspaceName string
param actionGroupId string

type alert = {
  name: string
  metric: string
  says: string
  @description('0 is critical: a duty of the handbook may be missed.')
  severity: int
  @description('The alert fires above this.')
  above: int
  @description('Sum: how many in the window. Maximum: the largest value in the window.')
  aggregation: 'Total' | 'Maximum'
  every: string
  window: string
}

var alerts alert[] = [
  {
    name: 'missed-wake'
    metric: 'areasend.wake.overdue'
    says: 'An open inspection is past its wake time and no engine has taken it.'
    severity: 0
    above: 0
    aggregation: 'Maximum'
    every: 'PT15M'
    window: 'PT30M'
  }
  {
    name: 'dead-notice'
    metric: 'areasend.notices.dead'
    says: 'A notice was tried as often as the policy allows and was not sent.'
    severity: 1
    above: 0
    aggregation: 'Total'
    every: 'PT15M'
    window: 'PT15M'
  }
  {
    name: 'bounced-statutory-notice'
    metric: 'areasend.notices.statutory_bounced'
    says: 'A statutory notice bounced: it is not served until it is sent again or served by other means.'
    severity: 0
    above: 0
    aggregation: 'Total'
    every: 'PT5M'
    window: 'PT5M'
  }
  {
    name: 'feed-stale'
    metric: 'areasend.bank_holidays.age_days'
    says: 'The bank holiday feed has not been read for more than three days: a proclaimed holiday would be missed.'
    severity: 2
    above: 3
    aggregation: 'Maximum'
    every: 'PT1H'
    window: 'P1D'
  }
  {
    name: 'reconcile-restarts'
    metric: 'areasend.reconcile.restarts'
    says: 'Reconcile started or restarted more than five orchestrations within an hour.'
    severity: 2
    above: 5
    aggregation: 'Total'
    every: 'PT15M'
    window: 'PT1H'
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for item in alerts: {
  name: 'alert-${name}-${item.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'AreaSend: ${item.name}'
    description: item.says
    severity: item.severity
    enabled: true
    scopes: [workspace.id]
    evaluationFrequency: item.every
    windowSize: item.window
    // A metric may not have been written yet when the rule is first deployed.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "${item.metric}" | project TimeGenerated, Value = iff("${item.aggregation}" == "Maximum", Max, Sum)'
          timeAggregation: item.aggregation
          metricMeasureColumn: 'Value'
          operator: 'GreaterThan'
          threshold: item.above
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [actionGroupId] }
  }
}]
