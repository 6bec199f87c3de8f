using AreaSend.Services.SignInLinks;

namespace AreaSend.Services.GettingReady;

/// <summary>The time that one of an area's people spends in its room for getting ready.</summary>
public sealed class ReadySession : LinkSession;
