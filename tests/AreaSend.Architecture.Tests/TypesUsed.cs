using System.Reflection;
using System.Reflection.Emit;

namespace AreaSend.Architecture.Tests;

/// <summary>
/// Which types of an assembly use which others of it, read from what the compiler wrote: bases, members and the bodies of methods. Constants it has
/// copied leave no trace.
/// </summary>
internal static class TypesUsed
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>Every arrow between two types of the assembly. Nested types, those of the compiler among them, count as the one that they stand in.</summary>
    public static IReadOnlyList<Arrow> In(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           from used in Of(type).SelectMany(Parts)
           where used.Assembly == assembly
           let arrow = new Arrow(Outermost(type), Outermost(used))
           where arrow.From != arrow.To && arrow.From.Namespace is not null && arrow.To.Namespace is not null
           group arrow by arrow into each
           select each.Key,
    ];

    private static IEnumerable<Type> Of(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetCustomAttributesData().SelectMany(OfAttribute),
        .. type.GetFields(Everything).Select(field => field.FieldType),
        .. Methods(type).SelectMany(OfMethod),
    ];

    /// <summary>The methods of a type and what makes it, those that it inherits left out.</summary>
    public static IEnumerable<MethodBase> Methods(Type type) => type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));

    private static IEnumerable<Type> OfAttribute(CustomAttributeData attribute) =>
        [attribute.AttributeType, .. attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>()];

    private static IEnumerable<Type> OfMethod(MethodBase method) =>
    [
        .. method is MethodInfo { ReturnType: var answer } ? [answer] : Type.EmptyTypes,
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method.GetMethodBody() is { } body ? [.. body.LocalVariables.Select(local => local.LocalType), .. MembersIn(method).SelectMany(OfMember)] : Type.EmptyTypes,
    ];

    /// <summary>What the body of a method names: what it calls, reads and writes, in an expression for the database too.</summary>
    public static IEnumerable<MemberInfo> MembersIn(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at];
            at += value > 0xFF ? 2 : 1;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return Resolve(method, BitConverter.ToInt32(code, at));
            }

            at += operand == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : Length(operand);
        }
    }

    private static MemberInfo Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType!.GetGenericArguments(),
        method.IsGenericMethod ? method.GetGenericArguments() : null)!;

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodBase method => [method.DeclaringType!, .. method.IsGenericMethod ? method.GetGenericArguments() : []],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        _ => [],
    };

    private static int Length(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    /// <summary>The types that a type is made of: of an array its elements, of a generic one its arguments too.</summary>
    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsConstructedGenericType: true } => [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)],
        _ => [type],
    };

    /// <summary>The type that a type stands in; one that stands in none itself.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } parent ? Outermost(parent) : type;
}
