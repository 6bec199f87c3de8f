metadata description = 'Event Grid tells the blob trigger that a document arrived in quarantine. It asks the function for an answer first, so this is made once the functions are deployed.'

import { deadLettersIn, deliveryRetries } from '../types.bicep'

param uploadsName string
param functionsName string
param arrivalsTopicName string

resource uploads 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: uploadsName
}

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: functionsName
}

resource arrivals 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: arrivalsTopicName
}

resource arrived 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: arrivals
  name: 'annex-a-uploaded'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/quarantine/blobs/'
    }
    retryPolicy: deliveryRetries
    deadLetterWithResourceIdentity: deadLettersIn(uploads.id)
    destination: {
      endpointType: 'WebHook'
      properties: {
        // The blob trigger's own webhook opens with a key of the host alone: it is read here, and goes nowhere else.
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.AnnexAUploaded&code=${listKeys('${app.id}/host/default', '2024-11-01').systemKeys.blobs_extension}'
        minimumTlsVersionAllowed: '1.2'
        maxEventsPerBatch: 1
      }
    }
  }
}
