using AreaSend.Architecture.Tests.Circle.There;

namespace AreaSend.Architecture.Tests.Circle.Here;

/// <summary>One half of a circle of folders, for the rule to find: nothing but the body of a method ties it.</summary>
internal static class Ask
{
    public static int Depth(int left) => left == 0 ? 0 : Answer.Depth(left - 1);
}
