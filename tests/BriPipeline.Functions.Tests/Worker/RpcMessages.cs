using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>The messages between host and worker. The worker's package keeps their types to itself but carries their
/// description, so they are written and read as JSON by it, and no copy of the protocol is kept here.</summary>
internal static class RpcMessages
{
    public static readonly Method<IMessage, IMessage> EventStream = Describe();

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    private static MessageDescriptor Envelope => Stream.InputType;

    private static MethodDescriptor Stream =>
        field ??= Description.Services.Single(service => service.Name == "FunctionRpc").FindMethodByName("EventStream");

    private static FileDescriptor Description =>
        (FileDescriptor)
            Assembly
                .Load("Microsoft.Azure.Functions.Worker.Grpc")
                .GetTypes()
                .Single(type => type.Name == "FunctionRpcReflection")
                .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!
                .GetValue(null)!;

    /// <param name="json">A <c>StreamingMessage</c>, as <c>{"workerInitRequest": {…}}</c>.</param>
    public static IMessage Read(string json) => JsonParser.Default.Parse(json, Envelope);

    /// <summary>With default values: the first member of an enumeration is one.</summary>
    public static string ToJson(IMessage message) => Formatter.Format(message);

    private static Method<IMessage, IMessage> Describe()
    {
        var marshaller = Marshallers.Create(
            message => message.ToByteArray(),
            bytes => Envelope.Parser.ParseFrom(bytes)
        );
        return new(MethodType.DuplexStreaming, Stream.Service.FullName, Stream.Name, marshaller, marshaller);
    }
}
