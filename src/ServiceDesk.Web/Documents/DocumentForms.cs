using System.Reflection;

namespace ServiceDesk.Web.Documents;

/// <summary>Which component draws which record; found in this assembly once.</summary>
internal static class DocumentForms
{
    private static readonly Dictionary<Type, Type> Forms = Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => !type.IsAbstract)
        .Select(type => (Form: type, Content: ContentOf(type)))
        .Where(pair => pair.Content is not null)
        .ToDictionary(pair => pair.Content!, pair => pair.Form);

    public static Type For(Type content) => Forms.TryGetValue(content, out var form)
        ? form
        : throw new InvalidOperationException($"No form draws {content.Name}: a component that inherits DocumentForm<{content.Name}> is missing.");

    private static Type? ContentOf(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(DocumentForm<>))
                return at.GetGenericArguments()[0];
        }

        return null;
    }
}
