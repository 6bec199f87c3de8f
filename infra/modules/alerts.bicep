metadata description = 'What somebody must be told of. All but one read a metric of the meter AreaSend; two of them say that nobody writes it any more. docs/operations.md says what to do about each.'

param location string
param name string
param tags object
param workspaceName string
param actionGroupId string

type alert = {
  name: string
  says: string
  @description('0 is critical: a duty of the handbook may be missed.')
  severity: int
  query: string
  @description('The alert fires above this, or below it.')
  bound: int
  fires: 'GreaterThan' | 'LessThan'
  @description('Total and Maximum are of the query\'s column Value; Count is how many rows there are, and none counts as 0.')
  aggregation: 'Total' | 'Maximum' | 'Count'
  every: string
  @description('At least three times as long as it is between two looks: a point may arrive late, and must not fall between them.')
  window: string
}

@description('Both the Functions app and the console write the first two metrics every 15 minutes, so either of them may be down.')
var looks = {
  wake: 'AppMetrics | where Name == "areasend.wake.overdue"'
  feed: 'AppMetrics | where Name == "areasend.bank_holidays.age_days"'
}

var alerts alert[] = [
  {
    name: 'missed-wake'
    says: 'An open inspection is past its wake time and no engine has taken it.'
    severity: 0
    query: '${looks.wake} | project TimeGenerated, Value = Max'
    bound: 0
    fires: 'GreaterThan'
    aggregation: 'Maximum'
    every: 'PT15M'
    window: 'PT45M'
  }
  {
    name: 'missed-wake-unknown'
    says: 'For 45 minutes nobody has looked whether an inspection is past its wake time: neither the Functions app nor the console.'
    severity: 0
    query: looks.wake
    bound: 1
    fires: 'LessThan'
    aggregation: 'Count'
    every: 'PT15M'
    window: 'PT45M'
  }
  {
    name: 'dead-notice'
    says: 'A notice was tried as often as the policy allows and was not sent.'
    severity: 1
    query: 'AppMetrics | where Name == "areasend.notices.dead" | project TimeGenerated, Value = Sum'
    bound: 0
    fires: 'GreaterThan'
    aggregation: 'Total'
    every: 'PT15M'
    window: 'PT45M'
  }
  {
    name: 'bounced-statutory-notice'
    says: 'A statutory notice bounced: it is not served until it is sent again or served by other means.'
    severity: 0
    query: 'AppMetrics | where Name == "areasend.notices.statutory_bounced" | project TimeGenerated, Value = Sum'
    bound: 0
    fires: 'GreaterThan'
    aggregation: 'Total'
    every: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'feed-stale'
    says: 'The bank holiday feed has not been read for more than three days: a proclaimed holiday would be missed.'
    severity: 2
    query: '${looks.feed} | project TimeGenerated, Value = Max'
    bound: 3
    fires: 'GreaterThan'
    aggregation: 'Maximum'
    every: 'PT1H'
    window: 'P1D'
  }
  {
    name: 'feed-stale-unknown'
    says: 'For three hours nobody has said how old the bank holidays are.'
    severity: 2
    query: looks.feed
    bound: 1
    fires: 'LessThan'
    aggregation: 'Count'
    every: 'PT1H'
    window: 'PT3H'
  }
  {
    name: 'reconcile-restarts'
    says: 'Reconcile started or restarted more than five orchestrations within an hour.'
    severity: 2
    query: 'AppMetrics | where Name == "areasend.reconcile.restarts" | project TimeGenerated, Value = Sum'
    bound: 5
    fires: 'GreaterThan'
    aggregation: 'Total'
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'poison-message'
    says: 'A function failed on one message five times, and the message lies aside: a change, an arrival or a verdict of Defender. It fires until nothing lies there.'
    severity: 1
    query: 'AppMetrics | where Name == "areasend.queues.poison" | project TimeGenerated, Value = Max'
    bound: 0
    fires: 'GreaterThan'
    aggregation: 'Maximum'
    every: 'PT15M'
    window: 'PT45M'
  }
  {
    name: 'undelivered-event'
    says: 'Event Grid could not deliver an event in a day and laid it among the dead letters: an arrival or a verdict of Defender.'
    severity: 1
    query: 'StorageBlobLogs | where OperationName in ("PutBlob", "PutBlockList", "AppendBlock") and Uri contains "/dead-letters/"'
    bound: 0
    fires: 'GreaterThan'
    aggregation: 'Count'
    every: 'PT15M'
    window: 'PT45M'
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
          query: item.query
          timeAggregation: item.aggregation
          metricMeasureColumn: item.aggregation == 'Count' ? null : 'Value'
          operator: item.fires
          threshold: item.bound
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [actionGroupId] }
  }
}]
