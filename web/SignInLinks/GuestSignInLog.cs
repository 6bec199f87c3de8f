namespace AreaSend.Web.SignInLinks;

internal static partial class GuestSignInLog
{
    [LoggerMessage(LogLevel.Error, "A request for a sign-in link could not be worked off.")]
    public static partial void NotAnswered(ILogger logger, Exception problem);
}
