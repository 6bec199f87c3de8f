namespace AreaSend.Architecture.Tests;

/// <summary>A type that touches another of its own project.</summary>
internal sealed record Arrow(Type From, Type To)
{
    public override string ToString() => $"{From.FullName} uses {To.FullName}";
}
