using AreaSend.Architecture.Tests.Circle.Here;

namespace AreaSend.Architecture.Tests.Circle.There;

/// <summary>The other half.</summary>
internal static class Answer
{
    public static int Depth(int left) => left == 0 ? 0 : Ask.Depth(left - 1);
}
