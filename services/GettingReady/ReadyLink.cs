using AreaSend.Services.SignInLinks;

namespace AreaSend.Services.GettingReady;

/// <summary>A link that signs one of an area's people in to its room for getting ready.</summary>
public sealed class ReadyLink : OneTimeLink;
