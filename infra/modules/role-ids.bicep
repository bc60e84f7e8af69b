// Azure's built-in roles by name; their ids are the same in every tenant and never change.

@export()
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@export()
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

@export()
var storageBlobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'

@export()
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fe88'

@export()
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

@export()
var storageTableDataReader = '76199698-9eea-4c19-bc75-cec21354c6b6'

@export()
var eventGridDataSender = 'd5a91429-5739-47e2-a06b-3470a27159e7'

@export()
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
