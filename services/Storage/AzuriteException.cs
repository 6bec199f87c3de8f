namespace AreaSend.Services.Storage;

/// <summary>Azurite could not be started; the message is one sentence for whoever typed the command.</summary>
public sealed class AzuriteException(string message) : Exception(message);
