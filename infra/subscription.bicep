// Tells the app of every upload. Deployed after the app is published: its host makes the key of the webhook then, and
// Event Grid asks the webhook at once whether it wants the events.

@description('The Functions app; output FUNCTION_APP_NAME of main.bicep.')
param functionAppName string

@description('The system topic of the data account; output EVENT_TOPIC_NAME of main.bicep.')
param topicName string

@description('The data account; output DATA_ACCOUNT_NAME of main.bicep.')
param dataAccountName string

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'uploads'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.ImportWorkbook&code=${listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension}'
      }
    }
    filter: {
      subjectBeginsWith: '/blobServices/default/containers/uploads/'
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      advancedFilters: [
        {
          // The calls after which a blob is whole; the first blocks of a long one are not.
          operatorType: 'StringIn'
          key: 'data.api'
          values: ['CopyBlob', 'PutBlob', 'PutBlockList', 'FlushWithClose']
        }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: account.id
          blobContainerName: 'deadletters'
        }
      }
    }
  }
}
