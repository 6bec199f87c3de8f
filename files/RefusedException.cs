namespace AreaSend.FileChecks;

/// <summary>Carries a refusal from deep inside a check to <see cref="UploadCheck"/>, which makes a verdict of it.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Sentence)
{
    public Refusal Refusal { get; } = refusal;
}
