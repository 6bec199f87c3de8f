namespace AreaSend.FileChecks;

/// <summary>Carries a refusal from deep inside a check to <see cref="UploadCheck"/>, which makes a verdict of it.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Sentence)
{
    /// <summary>The reason.</summary>
    public Refusal Refusal { get; } = refusal;
}
