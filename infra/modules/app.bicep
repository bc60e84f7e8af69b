import { endpoints } from 'storage.bicep'

@description('Name of the app, part of its address.')
param name string

param location string
param tags object

@description('The user-assigned identity that the app runs as.')
param identityId string
param identityClientId string

@description('The account of uploads, tables, reports and summaries.')
param dataEndpoints endpoints

@description('The account of the host\'s own state.')
param hostEndpoints endpoints

@description('The container of the host\'s account that holds the published package.')
param deploymentContainer string

param applicationInsightsConnectionString string
param summarySchedule string
param sweepSchedule string
param reportingTimeZone string
param instanceMemoryMB int
param maximumInstanceCount int

@description('The subnet that the app\'s calls leave through; empty for none.')
param subnetId string

@description('Client id of the Entra app registration that signs people in; empty: the app then answers nothing but /health.')
param signInClientId string

@description('Where the worker sends its traces and metrics; empty: nowhere.')
param otlpEndpoint string

@description('The topic that is told of committed imports; empty: none.')
param changeTopicEndpoint string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  // By this tag `azd deploy` finds where the service of azure.yaml goes.
  tags: union(tags, { 'azd-service-name': 'app' })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      Data__blobServiceUri: dataEndpoints.blob
      Data__queueServiceUri: dataEndpoints.queue
      Data__tableServiceUri: dataEndpoints.table
      Data__credential: 'managedidentity'
      Data__clientId: identityClientId
      AzureWebJobsStorage__blobServiceUri: hostEndpoints.blob
      AzureWebJobsStorage__queueServiceUri: hostEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: hostEndpoints.table
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // The host leaves out a trigger whose %setting% is missing, without a word.
      SummarySchedule: summarySchedule
      SweepSchedule: sweepSchedule
      // The platform's own time zone setting is not supported on Flex Consumption.
      ReportingTimeZone: reportingTimeZone
      // The root belongs to the page.
      AzureWebJobsDisableHomepage: 'true'
      // Sign-in asks for tokens by the app's identity and not by a secret.
      OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
      // Empty is taken as not set.
      OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
      ChangeTopicEndpoint: changeTopicEndpoint
    }
  }

  // The platform says who calls; the app's table of addresses says who may. It answers programs without a token with 401 and
  // sends people to the sign-in page, which the platform can only do for both alike.
  resource signIn 'config' = if (!empty(signInClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
        // Event Grid brings the host's key and no token of ours.
        excludedPaths: ['/runtime/webhooks/blobs']
      }
      httpSettings: { requireHttps: true }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: { allowedAudiences: [signInClientId, 'api://${signInClientId}'] }
        }
      }
      login: { tokenStore: { enabled: false } }
    }
  }

  // Publishing goes by identity too: no passwords.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
