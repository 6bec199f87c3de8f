using DurableTask.Core;
using DurableTask.Core.Query;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>Where the engine keeps what it knows: in memory, or in a storage account.</summary>
internal interface IHub : IOrchestrationService, IOrchestrationServiceClient, IOrchestrationServiceQueryClient, IOrchestrationServicePurgeClient;
