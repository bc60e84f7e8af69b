@description('Name of the account: 3 to 24 lower-case letters and digits.')
param name string

param location string
param tags object

@description('SKU of the account.')
param redundancy string

@description('The workspace that takes its measurements and the log of its blobs.')
param workspaceId string

@description('Blob containers to create, none of them public.')
param containers string[]

@description('Tables to create.')
param tables string[]

@description('Queues to create.')
param queues string[]

@description('Keep every version of every blob, and what is deleted for a while.')
param keepVersions bool

@description('Days after which the report of an upload is deleted; 0 for never. A replay writes it again from the archive.')
param reportDays int

@description('Origins of web pages that may send an upload straight to the container with a signature.')
param uploadOrigins string[]

@description('Closed to the public network: only private endpoints and trusted services of Azure come in.')
param isPrivate bool

var deletedDays = 14

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      // Event Grid writes its dead letters as a trusted service.
      bypass: 'AzureServices'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: keepVersions
    deleteRetentionPolicy: {
      enabled: keepVersions
      days: keepVersions ? deletedDays : null
    }
    containerDeleteRetentionPolicy: {
      enabled: keepVersions
      days: keepVersions ? deletedDays : null
    }
    cors: {
      corsRules: empty(uploadOrigins)
        ? []
        : [
            {
              allowedOrigins: uploadOrigins
              allowedMethods: ['PUT', 'OPTIONS']
              allowedHeaders: ['content-type', 'x-ms-blob-type', 'x-ms-version', 'if-none-match']
              exposedHeaders: ['etag', 'x-ms-request-id']
              maxAgeInSeconds: 300
            }
          ]
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource accountTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource accountQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for queue in queues: {
    parent: queueService
    name: queue
  }
]

// Reports can be written again from the archive, so they may grow cold and go; uploads, archive and manifests never do.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = if (contains(
  containers,
  'reports'
)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'reports'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['reports/']
            }
            actions: {
              baseBlob: union(
                { tierToCool: { daysAfterModificationGreaterThan: 90 } },
                reportDays > 0 ? { delete: { daysAfterModificationGreaterThan: reportDays } } : {}
              )
              version: { delete: { daysAfterCreationGreaterThan: 30 } }
            }
          }
        }
        {
          // Renewed under every lease and every change of a row's plan: their earlier versions tell nothing.
          name: 'versions-of-locks'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['locks/']
            }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 1 } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

// Who wrote or deleted which blob. Not the tables: an import asks them a thousand times.
resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'changes'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: keepVersions
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

@description('Where the services of an account answer.')
@export()
type endpoints = {
  blob: string
  queue: string
  table: string
}

output id string = account.id
output name string = account.name
output endpoints endpoints = {
  blob: account.properties.primaryEndpoints.blob
  queue: account.properties.primaryEndpoints.queue
  table: account.properties.primaryEndpoints.table
}
