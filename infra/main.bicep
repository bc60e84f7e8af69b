// One resource group holds everything: the data account that people and downstream apps use, the host's own
// account, the Functions app with its identity, and the logs.
targetScope = 'resourceGroup'

@description('The azd environment: a tag of every resource, so that its costs can be told apart.')
param environmentName string = ''

@description('Short name of the installation: part of every resource name.')
@minLength(3)
@maxLength(11)
param name string = 'bri'

@description('Where everything is placed; Flex Consumption must be offered there.')
param location string = resourceGroup().location

@description('When due summaries are compiled, as NCRONTAB with seconds, in UTC. It must run at least daily.')
param summarySchedule string = '0 0 1 * * *'

@description('When uploads whose event was lost are looked for, as NCRONTAB with seconds, in UTC.')
param sweepSchedule string = '0 0 * * * *'

@description('IANA name of the time zone that decides which day it is.')
param reportingTimeZone string = 'Asia/Almaty'

@description('Memory of one instance in MB: a workbook is read within it.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How many instances may run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Object id of the Entra group that reads figures and summaries; empty for none.')
param readerGroupId string = ''

@description('Object id of whoever deploys, who may upload and look before the groups are there; empty for nobody. azd fills it in.')
param deployerId string = ''

@description('Client id of the Entra app registration that signs people in; the hook before provisioning makes one. Empty: no page, no API.')
param signInClientId string = ''

@description('Who gets a mail when an alert fires; empty for nobody.')
param alertEmail string = ''

@description('Where traces and metrics of imports are sent by OpenTelemetry (OTLP); empty: nowhere.')
param otlpEndpoint string = ''

@description('Make a topic of Event Grid that tells subscribers of committed imports.')
param changeEvents bool = false

@description('GB of telemetry a day at which logging stops until the next day.')
@minValue(1)
param dailyLogCapGB int = 1

@description('Days after which the report of an upload is deleted; 0 for never.')
@minValue(0)
param reportDays int = 730

@description('How storage is copied: over zones, in one data centre where the region has no zones, or to another region as well.')
@allowed(['Standard_ZRS', 'Standard_LRS', 'Standard_GZRS', 'Standard_GRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Close both accounts to the public network. The app stays public, since Event Grid delivers to no private address; browsers, Power BI and apps then reach the tables from the network only.')
param privateNetworking bool = false

var suffix = uniqueString(resourceGroup().id, name)
var appName = '${name}-${suffix}'
// Account names are 3 to 24 lower-case letters and digits.
var accountStem = replace(toLower(name), '-', '')
var deploymentContainer = 'deployments'
var tags = empty(environmentName) ? {} : { 'azd-env-name': environmentName }

module identity 'modules/identity.bicep' = {
  params: {
    name: '${name}-app-${suffix}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    dailyCapGB: dailyLogCapGB
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    applicationInsightsId: monitoring.outputs.id
    email: alertEmail
  }
}

module dataStorage 'modules/storage.bicep' = {
  name: 'data-storage'
  params: {
    name: take('${accountStem}data${suffix}', 24)
    location: location
    tags: tags
    redundancy: storageRedundancy
    workspaceId: monitoring.outputs.workspaceId
    containers: [
      'uploads'
      'archive'
      'plans'
      'manifests'
      'locks'
      'reports'
      'summaries'
      'reference'
      // Events that could not be delivered.
      'deadletters'
    ]
    tables: [
      'Trade'
      'TradeByPeriod'
      'Revisions'
      'Series'
      'Uploads'
      'Feed'
      'Summaries'
      'Registers'
      'Challenges'
    ]
    // The blob trigger's own name for the first; in the second, calls for sources whose lease was found held.
    queues: ['webjobs-blobtrigger-poison', 'wake-ups']
    keepVersions: true
    reportDays: reportDays
    uploadOrigins: ['https://${appName}.azurewebsites.net']
    isPrivate: privateNetworking
  }
}

// The host keeps leases, timers and the deployed package apart from the figures.
module hostStorage 'modules/storage.bicep' = {
  name: 'host-storage'
  params: {
    name: take('${accountStem}host${suffix}', 24)
    location: location
    tags: tags
    redundancy: storageRedundancy
    workspaceId: monitoring.outputs.workspaceId
    containers: [deploymentContainer]
    tables: []
    queues: []
    keepVersions: false
    reportDays: 0
    uploadOrigins: []
    isPrivate: privateNetworking
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  params: {
    name: appName
    location: location
    tags: tags
    accounts: [
      { id: dataStorage.outputs.id, name: dataStorage.outputs.name }
      { id: hostStorage.outputs.id, name: hostStorage.outputs.name }
    ]
  }
}

module roles 'modules/roles.bicep' = {
  params: {
    principalId: identity.outputs.principalId
    dataAccountName: dataStorage.outputs.name
    hostAccountName: hostStorage.outputs.name
    applicationInsightsName: monitoring.outputs.name
  }
}

module access 'modules/access.bicep' = {
  params: {
    dataAccountName: dataStorage.outputs.name
    deployerId: deployerId
    readerGroupId: readerGroupId
    // The ledger, the registers and the questions of readers stay with the app.
    readTables: ['Trade', 'TradeByPeriod', 'Revisions', 'Series', 'Feed', 'Summaries']
  }
}

module events 'modules/events.bicep' = {
  params: {
    name: '${appName}-events'
    location: location
    tags: tags
    dataAccountName: dataStorage.outputs.name
    deadLetterContainer: 'deadletters'
  }
}

module changes 'modules/changes.bicep' = if (changeEvents) {
  params: {
    name: '${appName}-changes'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    dataEndpoints: dataStorage.outputs.endpoints
    hostEndpoints: hostStorage.outputs.endpoints
    deploymentContainer: deploymentContainer
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    summarySchedule: summarySchedule
    sweepSchedule: sweepSchedule
    reportingTimeZone: reportingTimeZone
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    subnetId: network.?outputs.appSubnetId ?? ''
    signInClientId: signInClientId
    otlpEndpoint: otlpEndpoint
    changeTopicEndpoint: changes.?outputs.endpoint ?? ''
  }
  // The host fails to start until it may read its own account.
  dependsOn: [roles]
}

@description('The Functions app.')
output FUNCTION_APP_NAME string = app.outputs.name

@description('The address of the app.')
output FUNCTION_APP_URL string = app.outputs.url

@description('The account with uploads, tables, reports and summaries.')
output DATA_ACCOUNT_NAME string = dataStorage.outputs.name

@description('Where apps read the figures.')
output TABLE_ENDPOINT string = dataStorage.outputs.endpoints.table

@description('The Event Grid topic to which subscription.bicep adds the app, once it is published.')
output EVENT_TOPIC_NAME string = events.outputs.topicName

@description('The topic that tells of committed imports; empty where changeEvents is off.')
output CHANGE_TOPIC_NAME string = changes.?outputs.name ?? ''

@description('Object id of the app\'s identity: the sign-in registration trusts it.')
output APP_PRINCIPAL_ID string = identity.outputs.principalId
