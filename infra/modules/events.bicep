// Events of the data account. The subscription itself (subscription.bicep) can only be made when the app is published,
// because it needs a key that the app's host makes then.
import { storageBlobDataContributor } from 'role-ids.bicep'

param name string
param location string
param tags object
param dataAccountName string

@description('The container that takes events which could not be delivered.')
param deadLetterContainer string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = { name: deadLetterContainer }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource deadLetterRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobService::deadLetters.id, topic.id, storageBlobDataContributor)
  scope: account::blobService::deadLetters
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}

output topicName string = topic.name
