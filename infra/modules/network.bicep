// The switch "private": the accounts are reached through private endpoints only, the app stands in the network. The app's
// own address stays public, because Event Grid cannot deliver to a private webhook; sign-in guards it.

param name string
param location string
param tags object

@description('The accounts to close, and which of their services the app uses.')
param accounts { id: string, name: string }[]

var services = ['blob', 'queue', 'table']

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-network'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.64.0.0/24'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.64.0.0/26'
          delegations: [
            {
              name: 'app'
              properties: { serviceName: 'Microsoft.App/environments' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.64.0.64/26' }
      }
    ]
  }

  resource appSubnet 'subnets' existing = { name: 'app' }
  resource endpointSubnet 'subnets' existing = { name: 'endpoints' }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: {
    parent: zones[i]
    name: '${name}-link'
    location: 'global'
    tags: tags
    properties: {
      virtualNetwork: { id: network.id }
      registrationEnabled: false
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for i in range(0, length(accounts) * length(services)): {
    name: '${accounts[i / length(services)].name}-${services[i % length(services)]}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::endpointSubnet.id }
      privateLinkServiceConnections: [
        {
          name: services[i % length(services)]
          properties: {
            privateLinkServiceId: accounts[i / length(services)].id
            groupIds: [services[i % length(services)]]
          }
        }
      ]
    }
  }
]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for i in range(0, length(accounts) * length(services)): {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: services[i % length(services)]
          properties: { privateDnsZoneId: zones[i % length(services)].id }
        }
      ]
    }
  }
]

output appSubnetId string = network::appSubnet.id
