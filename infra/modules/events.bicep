metadata description = 'Event Grid\'s two subscriptions: a document arrived in quarantine, and Defender gave its verdict. Both end in functions, so they are made once the functions are deployed.'

param uploadsName string
param functionsName string
param arrivalsTopicName string
param verdictsTopicName string

resource uploads 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: uploadsName
}

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: functionsName

  resource malwareVerdict 'functions' existing = {
    name: 'MalwareVerdict'
  }
}

resource arrivals 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: arrivalsTopicName
}

resource verdicts 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: verdictsTopicName
}

// A day of trying, then the dead letters: a document that nobody was told of is found there and by the reconciliation.
var patience = { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
var deadLetters = {
  identity: { type: 'SystemAssigned' }
  deadLetterDestination: {
    endpointType: 'StorageBlob'
    properties: { resourceId: uploads.id, blobContainerName: 'dead-letters' }
  }
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
    retryPolicy: patience
    deadLetterWithResourceIdentity: deadLetters
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

resource judged 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = {
  parent: verdicts
  name: 'malware-verdict'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: { includedEventTypes: ['Microsoft.Security.MalwareScanningResult'] }
    retryPolicy: patience
    deadLetterWithResourceIdentity: deadLetters
    destination: {
      endpointType: 'AzureFunction'
      properties: { resourceId: app::malwareVerdict.id, maxEventsPerBatch: 1 }
    }
  }
}
