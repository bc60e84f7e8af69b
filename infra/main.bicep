// One resource group holds everything: the data account that people and downstream apps use, the host's own
// account, the Functions app with its identity, and the logs.
targetScope = 'resourceGroup'

@description('Short name of the installation: part of every resource name.')
@minLength(3)
@maxLength(11)
param name string = 'bri'

@description('Where everything is placed; Flex Consumption must be offered there.')
param location string = resourceGroup().location

@description('When due summaries are compiled, as NCRONTAB with seconds, in UTC. It must run at least daily.')
param summarySchedule string = '0 0 1 * * *'

@description('IANA name of the time zone that decides which day it is.')
param reportingTimeZone string = 'Asia/Almaty'

@description('Memory of one instance in MB: a workbook is read within it.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How many instances may run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

var suffix = uniqueString(resourceGroup().id, name)
// Account names are 3 to 24 lower-case letters and digits.
var accountStem = replace(toLower(name), '-', '')
var deploymentContainer = 'deployments'

module identity 'modules/identity.bicep' = {
  params: {
    name: '${name}-app-${suffix}'
    location: location
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
  }
}

module dataStorage 'modules/storage.bicep' = {
  name: 'data-storage'
  params: {
    name: take('${accountStem}data${suffix}', 24)
    location: location
    containers: [
      'uploads'
      'archive'
      'plans'
      'manifests'
      'locks'
      'reports'
      'summaries'
      'reference'
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
    ]
  }
}

// The host keeps leases, timers and the deployed package apart from the figures.
module hostStorage 'modules/storage.bicep' = {
  name: 'host-storage'
  params: {
    name: take('${accountStem}host${suffix}', 24)
    location: location
    containers: [deploymentContainer]
    tables: []
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

module app 'modules/app.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    dataEndpoints: dataStorage.outputs.endpoints
    hostEndpoints: hostStorage.outputs.endpoints
    deploymentContainer: deploymentContainer
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    summarySchedule: summarySchedule
    reportingTimeZone: reportingTimeZone
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
  }
  // The host fails to start until it may read its own account.
  dependsOn: [roles]
}

@description('The Functions app, for publishing to it.')
output functionAppName string = app.outputs.name

@description('The address of the app.')
output functionAppUrl string = app.outputs.url

@description('The account with uploads, tables, reports and summaries.')
output dataAccountName string = dataStorage.outputs.name
