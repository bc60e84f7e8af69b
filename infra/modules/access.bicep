// What people and downstream apps may do: read the tables of figures and the summaries, by an Entra group, so that giving
// somebody access changes a group and not this installation. Nobody who uploads has a role on storage: the app knows whose a
// source is, and signs an address for each file.
import { storageBlobDataContributor, storageBlobDataReader, storageTableDataReader } from 'role-ids.bicep'

param dataAccountName string

@description('Object id of whoever deploys: reads the tables, and puts uploads and reference files; empty for nobody.')
param deployerId string

@description('Object id of the group that reads figures and summaries; empty for none.')
param readerGroupId string

@description('The tables that downstream apps read.')
param readTables string[]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource tables 'tables' existing = [for table in readTables: { name: table }]
  }

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource summaries 'containers' existing = { name: 'summaries' }
    resource uploads 'containers' existing = { name: 'uploads' }
    resource reference 'containers' existing = { name: 'reference' }
  }
}

resource readersOfTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (table, i) in readTables: if (!empty(readerGroupId)) {
    name: guid(account::tableService::tables[i].id, readerGroupId, storageTableDataReader)
    scope: account::tableService::tables[i]
    properties: {
      principalId: readerGroupId
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataReader)
    }
  }
]

resource readersOfSummaries 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(readerGroupId)) {
  name: guid(account::blobService::summaries.id, readerGroupId, storageBlobDataReader)
  scope: account::blobService::summaries
  properties: {
    principalId: readerGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataReader)
  }
}

// A person or a pipeline: the kind of principal is left to the platform.
resource deployerOfTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId)) {
  name: guid(account.id, deployerId, storageTableDataReader)
  scope: account
  properties: {
    principalId: deployerId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataReader)
  }
}

resource deployerOfUploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId)) {
  name: guid(account::blobService::uploads.id, deployerId, storageBlobDataContributor)
  scope: account::blobService::uploads
  properties: {
    principalId: deployerId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}

resource deployerOfReference 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId)) {
  name: guid(account::blobService::reference.id, deployerId, storageBlobDataContributor)
  scope: account::blobService::reference
  properties: {
    principalId: deployerId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}
