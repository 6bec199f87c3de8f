metadata description = 'Shapes that more than one template uses.'

@export()
@description('Who may administer the database.')
type administrator = {
  objectId: string
  name: string
  type: 'Group' | 'User' | 'ServicePrincipal'
}

@export()
@description('One setting of an application. Never a secret: where a value is one, this names the place in the vault.')
type setting = {
  name: string
  value: string
}

@export()
@description('How long Event Grid tries to deliver: a day. What it could not deliver by then lies among the dead letters, and the reconciliation finds the document without it.')
var deliveryRetries = { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }

@export()
@description('Where the events of a topic go that could not be delivered: into the uploads account, by the topic\'s own identity.')
func deadLettersIn(uploadsId string) object => {
  identity: { type: 'SystemAssigned' }
  deadLetterDestination: {
    endpointType: 'StorageBlob'
    properties: { resourceId: uploadsId, blobContainerName: 'dead-letters' }
  }
}
