using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AreaSend.Services.Store;

/// <summary>
/// A question that every step of the engine asks: Entity Framework takes it apart once for each database, and not each time. Rows are not tracked.
/// </summary>
internal sealed class CompiledQuery<TArgument, TRow>(Expression<Func<StoreContext, TArgument, IQueryable<TRow>>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<StoreContext, TArgument, IAsyncEnumerable<TRow>>> _byModel = [];

    /// <summary>The answer as it is now.</summary>
    public ValueTask<List<TRow>> ListAsync(StoreContext context, TArgument argument, CancellationToken cancellation) =>
        _byModel.GetValue(context.Model, _ => EF.CompileAsyncQuery(WithConditions(question)))(context, argument).ToListAsync(cancellation);

    private static T WithConditions<T>(T question)
        where T : Expression => (T)new Conditions().Visit(question);

    // A condition that is said once, by a method (row => row.WakeAt <= by), put where the question calls it: the argument of the call in the place of "by".
    private sealed class Conditions : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (!node.Type.IsAssignableTo(typeof(LambdaExpression)))
            {
                return base.VisitMethodCall(node);
            }

            var anything = node.Arguments.Select(argument => RuntimeHelpers.GetUninitializedObject(argument.Type));
            var condition = (LambdaExpression)node.Method.Invoke(null, [.. anything])!;
            var given = node.Method.GetParameters().Zip(node.Arguments).ToDictionary(pair => pair.First.Name!, pair => pair.Second);
            return Expression.Quote((LambdaExpression)new Arguments(given).Visit(condition));
        }
    }

    private sealed class Arguments(Dictionary<string, Expression> given) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression is ConstantExpression && given.TryGetValue(node.Member.Name, out var argument) ? argument : base.VisitMember(node);
    }
}
