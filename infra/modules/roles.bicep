// What the app may do, and nothing else.
import {
  monitoringMetricsPublisher
  storageBlobDataContributor
  storageBlobDataOwner
  storageQueueDataContributor
  storageTableDataContributor
} from 'role-ids.bicep'

@description('The object id of the app\'s identity.')
param principalId string

param dataAccountName string
param hostAccountName string
param applicationInsightsName string

var onData = [
  // Uploads, archive, plans, reports, summaries; short-lived signatures for one upload.
  storageBlobDataContributor
  // Poison messages of the blob trigger.
  storageQueueDataContributor
  storageTableDataContributor
]

var onHost = [
  // Leases, timers and the deployed package; the host asks for Owner.
  storageBlobDataOwner
  // Work of the blob trigger.
  storageQueueDataContributor
  // The host's own diagnostic events.
  storageTableDataContributor
]

resource dataAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource dataRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in onData: {
    name: guid(dataAccount.id, principalId, role)
    scope: dataAccount
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource hostRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in onHost: {
    name: guid(hostAccount.id, principalId, role)
    scope: hostAccount
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource insightsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}
