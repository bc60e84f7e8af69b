// The three things that nobody would notice otherwise. The words searched for are those of the app's log messages.

param name string
param location string
param tags object

@description('The Application Insights component whose telemetry is searched.')
param applicationInsightsId string

@description('Who gets a mail; empty for nobody: alerts then stand in the portal only.')
param email string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: '${name}-people'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var rules = [
  {
    name: 'poison-message'
    title: 'An event of an upload failed five times'
    query: 'traces | where message startswith "Poison message"'
    operator: 'GreaterThan'
    window: 'PT15M'
    every: 'PT15M'
    severity: 2
  }
  {
    name: 'failed-import'
    title: 'An upload failed for the last time'
    query: 'traces | where message startswith "Upload failed"'
    operator: 'GreaterThan'
    window: 'PT15M'
    every: 'PT15M'
    severity: 1
  }
  {
    name: 'summary-overdue'
    title: 'No summaries were compiled for two days'
    query: 'requests | where name == "CompileSummaries" and success == true'
    operator: 'LessThanOrEqual'
    window: 'P2D'
    every: 'PT1H'
    severity: 2
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: 'The page of uploads and the log of the app say which upload or summary it is about.'
      severity: rule.severity
      enabled: true
      scopes: [applicationInsightsId]
      windowSize: rule.window
      evaluationFrequency: rule.every
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [people.id] }
    }
  }
]
