namespace AreaSend.Web.SignIn;

/// <summary>Why somebody who wanted to sign in is not in.</summary>
internal enum SignInProblem
{
    /// <summary>The provider's answer was not one to be believed, or it said no.</summary>
    Refused,

    /// <summary>The provider knows the person, and gives no role in AreaSend.</summary>
    NoRole,

    /// <summary>The provider does not answer.</summary>
    Away,
}
