@description('Name of the workspace and of the Application Insights component in it.')
param name string

param location string
param tags object

@description('GB of telemetry a day after which the rest of the day is dropped: a fault in a loop costs no fortune.')
param dailyCapGB int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: dailyCapGB }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // Telemetry comes from the app's identity only; a leaked connection string writes nothing.
    DisableLocalAuth: true
  }
}

@description('Where logs are kept.')
output workspaceId string = workspace.id

output id string = insights.id
output name string = insights.name
output connectionString string = insights.properties.ConnectionString
