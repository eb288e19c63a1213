/** The namespace of our full record; its schema stands at every node under `/oai/record.xsd`. */
export const recordNamespace = 'urn:x-southbridge:record:1';

/** What an XML view of a record may look like (W3C XML Schema 1.0). */
export const recordSchema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${recordNamespace}" targetNamespace="${recordNamespace}" elementFormDefault="qualified">
  <xs:annotation>
    <xs:documentation xml:lang="en">A record of a Southbridge node with all values that everybody may see. Fields bear the names of their register; "means" says it in the words of standards (dc: Dublin Core, iati: IATI 2.03, ssc: South-South cooperation, ical: iCalendar).</xs:documentation>
  </xs:annotation>
  <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
  <xs:element name="record">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="review" type="review"/>
        <xs:element name="field" type="field" maxOccurs="unbounded"/>
      </xs:sequence>
      <xs:attribute name="register" type="xs:NCName" use="required"/>
      <xs:attribute name="id" type="xs:token" use="required"/>
      <xs:attribute name="revision" type="xs:positiveInteger" use="required"/>
      <xs:attribute name="address" type="xs:anyURI" use="required"/>
      <xs:attribute name="standing" use="required">
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:enumeration value="party"/><xs:enumeration value="thirdParty"/></xs:restriction>
        </xs:simpleType>
      </xs:attribute>
      <xs:attribute name="changedAt" type="xs:dateTime" use="required"/>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="review">
    <xs:annotation><xs:documentation xml:lang="en">What the countries have said of the record: its owner, whether all confirmed, their answers, reservations to be printed wherever it goes.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="answer" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:attribute name="country" type="xs:token" use="required"/>
          <xs:attribute name="state" type="xs:token" use="required"/>
          <xs:attribute name="at" type="xs:dateTime" use="required"/>
        </xs:complexType>
      </xs:element>
      <xs:element name="reservation" minOccurs="0" maxOccurs="unbounded">
        <xs:complexType>
          <xs:sequence><xs:element name="text" type="text" maxOccurs="unbounded"/></xs:sequence>
          <xs:attribute name="country" type="xs:token" use="required"/>
          <xs:attribute name="on" type="xs:token" use="required"/>
          <xs:attribute name="name" type="xs:string"/>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
    <xs:attribute name="confirmation" type="xs:token" use="required"/>
    <xs:attribute name="owner" type="xs:token"/>
    <xs:attribute name="confirmedAt" type="xs:dateTime"/>
    <xs:attribute name="dueOn" type="xs:date"/>
    <xs:attribute name="linked" type="xs:NMTOKENS"/>
  </xs:complexType>
  <xs:complexType name="value" mixed="true">
    <xs:annotation><xs:documentation xml:lang="en">A text or number; or texts by language; or a list; or parts with names.</xs:documentation></xs:annotation>
    <xs:choice minOccurs="0">
      <xs:element name="text" type="text" maxOccurs="unbounded"/>
      <xs:element name="item" type="value" maxOccurs="unbounded"/>
      <xs:element name="part" type="part" maxOccurs="unbounded"/>
    </xs:choice>
  </xs:complexType>
  <xs:complexType name="field" mixed="true">
    <xs:complexContent>
      <xs:extension base="value">
        <xs:attribute name="name" type="xs:NCName" use="required"/>
        <xs:attribute name="means" type="xs:NMTOKENS"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:complexType name="part" mixed="true">
    <xs:complexContent>
      <xs:extension base="value">
        <xs:attribute name="name" type="xs:string" use="required"/>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:complexType name="text">
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute ref="xml:lang" use="required"/>
        <xs:attribute name="original" type="xs:boolean"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
</xs:schema>
`;
